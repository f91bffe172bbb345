import { type ReactNode, useRef } from "react";

interface JsonButtonProps {
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

/** Opens the device's own choice of a draft. The same file can be chosen again. */
export function JsonButton({ onFile, children }: JsonButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button button-plain button-small" onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
