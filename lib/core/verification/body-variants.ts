/** A body as it may have been when it was signed. `note` says how it differs; '' for as it came. */
export type BodyVariant = { body: Uint8Array; note: string };

/** Re-serialising costs memory; bodies beyond this are only looked at as they came. */
const largest = 1_048_576;

/** What middlemen and frameworks do to a body between signing and checking. */
export function bodyVariants(body: Uint8Array): BodyVariant[] {
  const variants: BodyVariant[] = [{ body, note: '' }];
  if (body.length > largest) return variants;
  const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8');
  const seen = new Set([text]);
  const add = (changed: string | null, note: string) => {
    if (changed === null || seen.has(changed)) return;
    seen.add(changed);
    variants.push({ body: Buffer.from(changed, 'utf8'), note });
  };
  add(text.replace(/(?:\r?\n)+$/, ''), 'the body without the line end it has at its end');
  add(`${text}\n`, 'the body with a line end (LF) at its end, which is missing here');
  add(`${text}\r\n`, 'the body with a line end (CRLF) at its end, which is missing here');
  add(text.replaceAll('\r\n', '\n'), 'the body with LF line ends where it has CRLF here');
  add(text.replaceAll(/\r?\n/g, '\r\n'), 'the body with CRLF line ends where it has LF here');
  add(
    reserialised(text, undefined),
    'the JSON body written without white space: something parsed it and wrote it again',
  );
  add(
    reserialised(text, 2),
    'the JSON body indented by two spaces: something parsed it and wrote it again',
  );
  add(
    reserialised(text, 4),
    'the JSON body indented by four spaces: something parsed it and wrote it again',
  );
  add(
    spaced(text),
    'the JSON body with a space after each colon and comma: something parsed it and wrote it again',
  );
  add('', 'an empty body: the body was lost before it was signed');
  return variants;
}

function reserialised(text: string, indent: number | undefined): string | null {
  try {
    return JSON.stringify(JSON.parse(text), null, indent);
  } catch {
    return null;
  }
}

/** As Python's json.dumps writes by default, non-ASCII text aside. */
function spaced(text: string): string | null {
  const pretty = reserialised(text, 1);
  if (pretty === null) return null;
  return pretty
    .replaceAll(/([[{])\n */g, '$1')
    .replaceAll(/\n *([\]}])/g, '$1')
    .replaceAll(/,\n */g, ', ');
}
