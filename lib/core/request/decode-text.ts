/**
 * Text of a body by its charset (a label of the Encoding standard; UTF-8 where none is named), its
 * byte order mark taken off. `valid` is false where bytes don't fit the charset or nobody knows it:
 * `text` then holds U+FFFD in their place.
 */
export function decodeText(
  bytes: Uint8Array,
  charset: string | undefined,
): { text: string; valid: boolean } {
  const label = charset?.trim().toLowerCase() || 'utf-8';
  const decoder = strictDecoder(label === 'utf-16' ? utf16Order(bytes) : label);
  if (decoder) {
    try {
      return { text: decoder.decode(bytes), valid: true };
    } catch {
      // Told below, with replacements.
    }
  }
  return { text: new TextDecoder().decode(bytes), valid: false };
}

/** RFC 2781: the byte order mark decides; without one the Encoding standard takes little-endian. */
function utf16Order(bytes: Uint8Array): string {
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-16le';
}

/** Keeps nothing between two texts, so one serves all. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function strictDecoder(label: string): TextDecoder | null {
  if (label === 'utf-8') return utf8;
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return null;
  }
}
