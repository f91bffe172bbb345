import { type ReactNode, useRef } from "react";

const READ = ".txt,.md,.html,.htm,.xhtml,.docx,.pdf,.mhtml,.mht";
const MOST_BYTES = 10_000_000; // the server takes no more; a larger file is not sent at all

export const isTooLarge = (file: File): boolean => file.size > MOST_BYTES;

interface FileButtonProps {
  readonly size?: "small";
  readonly onFile: (file: File | undefined) => void;
  readonly children: ReactNode;
}

/** Opens the device's own choice of a file. The same file can be chosen again. */
export function FileButton({ size, onFile, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={size === "small" ? "button button-plain button-small" : "button button-plain"}
        onClick={() => input.current?.click()}
      >
        {children}
      </button>
      <input
        ref={input}
        type="file"
        accept={READ}
        hidden
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </>
  );
}
