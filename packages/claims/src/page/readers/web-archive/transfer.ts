/** The value of a hexadecimal figure, or -1. */
const hexValue = (code: number): number => {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code & 0xdf;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : -1;
};

const isHex = (code: number | undefined): boolean => code !== undefined && hexValue(code) >= 0;

/** How many bytes the end of a line takes at `at`: 0, 1 or 2. */
const lineEndLength = (bytes: Uint8Array, at: number): number => {
  if (bytes[at] === 0x0a) return 1;
  return bytes[at] === 0x0d ? (bytes[at + 1] === 0x0a ? 2 : 1) : 0;
};

/** Quoted-printable bytes as they were before; a broken escape stands as it is. */
export const fromQuotedPrintable = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const escaped = bytes[at] === 0x3d;
    const softEnd = escaped ? lineEndLength(bytes, at + 1) : 0;
    if (softEnd > 0) {
      at += 1 + softEnd;
    } else if (escaped && isHex(bytes[at + 1]) && isHex(bytes[at + 2])) {
      out[length++] = hexValue(bytes[at + 1]!) * 16 + hexValue(bytes[at + 2]!);
      at += 3;
    } else out[length++] = bytes[at++]!;
  }
  return out.subarray(0, length);
};

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = Int8Array.from({ length: 256 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));

/** Base64 bytes as they were before; anything outside its alphabet is passed over. */
export const fromBase64 = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    const value = VALUES[byte]!;
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[length++] = (held >> bits) & 255;
  }
  return out.subarray(0, length);
};
