import type { MessageKey } from "./messages.tsx";

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageKey;
    }
  }
}
