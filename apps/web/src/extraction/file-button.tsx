import { type ReactNode, useRef } from "react";

interface FileButtonProps {
  readonly accept: string; // as the input of a browser takes it: ".json,.yaml"
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

export const JSON_DRAFTS = ".json,application/json";
export const DRAFTS = `${JSON_DRAFTS},.yaml,.yml`;

/** Opens the device's own choice of a file. The same file can be chosen again. */
export function FileButton({ accept, onFile, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button button-plain button-small" onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
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
