import type { Json } from '#lib/core/json.ts';
import { FieldMap, maxBodyDepth } from './parsed-body.ts';

/** Elements and attributes in one document. */
const maxXmlNodes = 250_000;

/**
 * Parses well-formed XML 1.0 into `{root: …}`. An element without attributes and children is its
 * text, as it stands; else an object with attributes under `@name`, its text (trimmed) under
 * `#text`, and children by name, repeated ones as a list. Names keep their prefixes.
 * Undefined for anything else: DTDs with declarations of their own, entities beyond the five of
 * XML, too deep or too many nodes. Nothing is ever read from anywhere but the text.
 */
export function parseXml(text: string): Json | undefined {
  return new XmlReader(text).read();
}

export type XmlElement = { name: string; attributes: FieldMap; text: string; children: FieldMap };

const nameChars = '[:_A-Za-z\\u{C0}-\\u{EFFFF}][-.:_0-9A-Za-z\\u{B7}-\\u{EFFFF}]*';
const literal = `(?:"[^"]*"|'[^']*')`;
const startTag = new RegExp(`<(${nameChars})`, 'uy');
const attribute = new RegExp(
  `[ \\t\\n]+(${nameChars})[ \\t\\n]*=[ \\t\\n]*("[^"<]*"|'[^'<]*')`,
  'uy',
);
const tagEnd = /[ \t\n]*(\/?)>/y;
const endTag = new RegExp(`</(${nameChars})[ \\t\\n]*>`, 'uy');
const target = new RegExp(`(${nameChars})(?=[ \\t\\n?])`, 'uy');
const doctype = new RegExp(
  `<!DOCTYPE[ \\t\\n]+${nameChars}(?:[ \\t\\n]+(?:SYSTEM|PUBLIC[ \\t\\n]+${literal})[ \\t\\n]+${literal})?[ \\t\\n]*>`,
  'uy',
);
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML forbids
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const whitespace = /^[ \t\n]*$/;
const reference = /&(?:#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|lt|gt|amp|quot|apos);|&/g;
const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

class XmlReader {
  readonly #text: string;
  readonly #open: XmlElement[] = [];
  #at = 0;
  #nodes = 0;
  #sawDoctype = false;
  #root: { name: string; value: Json } | undefined;

  constructor(text: string) {
    this.#text = text.replaceAll(/\r\n?/g, '\n');
  }

  read(): Json | undefined {
    if (forbidden.test(this.#text)) return undefined;
    while (this.#at < this.#text.length) {
      const read = this.#text.startsWith('<', this.#at) ? this.#markup() : this.#characters();
      if (!read) return undefined;
    }
    if (this.#open.length > 0 || !this.#root) return undefined;
    return Object.fromEntries([[this.#root.name, this.#root.value]]);
  }

  #characters(): boolean {
    const next = this.#text.indexOf('<', this.#at);
    const end = next === -1 ? this.#text.length : next;
    const raw = this.#text.slice(this.#at, end);
    this.#at = end;
    const element = this.#open.at(-1);
    if (!element) return whitespace.test(raw);
    const text = raw.includes(']]>') ? undefined : resolveReferences(raw);
    if (text === undefined) return false;
    element.text += text;
    return true;
  }

  #markup(): boolean {
    const next = this.#text[this.#at + 1];
    if (next === '/') return this.#endTag();
    if (next === '?') return this.#instruction();
    if (next !== '!') return this.#startTag();
    if (this.#text.startsWith('<![CDATA[', this.#at)) return this.#cdata();
    return this.#text.startsWith('<!--', this.#at) ? this.#comment() : this.#doctype();
  }

  /** Two hyphens inside a comment end it or are a fault (XML 1.0 §2.5). */
  #comment(): boolean {
    const end = this.#text.indexOf('--', this.#at + 4);
    this.#at = end + 3;
    return end !== -1 && this.#text[end + 2] === '>';
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found;
  }

  #instruction(): boolean {
    const start = this.#at;
    this.#at += 2;
    const name = this.#take(target)?.[1];
    const end = this.#text.indexOf('?>', this.#at);
    this.#at = end + 2;
    return name !== undefined && end !== -1 && (name.toLowerCase() !== 'xml' || start === 0);
  }

  #doctype(): boolean {
    if (this.#sawDoctype || this.#root || this.#open.length > 0) return false;
    this.#sawDoctype = true;
    return this.#take(doctype) !== null;
  }

  #cdata(): boolean {
    const element = this.#open.at(-1);
    const end = this.#text.indexOf(']]>', this.#at);
    if (!element || end === -1) return false;
    element.text += this.#text.slice(this.#at + '<![CDATA['.length, end);
    this.#at = end + 3;
    return true;
  }

  #startTag(): boolean {
    const name = this.#take(startTag)?.[1];
    if (name === undefined || (this.#open.length === 0 && this.#root)) return false;
    const element = { name, attributes: new FieldMap(), text: '', children: new FieldMap() };
    if (!this.#attributes(element)) return false;
    const end = this.#take(tagEnd);
    this.#nodes += 1;
    if (!end || this.#nodes > maxXmlNodes || this.#open.length >= maxBodyDepth) return false;
    if (end[1] === '/') this.#close(element);
    else this.#open.push(element);
    return true;
  }

  #attributes(element: XmlElement): boolean {
    for (let found = this.#take(attribute); found; found = this.#take(attribute)) {
      const [, name = '', quoted = ''] = found;
      const value = resolveReferences(quoted.slice(1, -1).replaceAll(/[\t\n]/g, ' '));
      this.#nodes += 1;
      if (value === undefined || element.attributes.get(`@${name}`) !== undefined) return false;
      element.attributes.add(`@${name}`, value);
    }
    return true;
  }

  #endTag(): boolean {
    const name = this.#take(endTag)?.[1];
    const element = this.#open.pop();
    if (!element || element.name !== name) return false;
    this.#close(element);
    return true;
  }

  #close(element: XmlElement): void {
    const value = elementValue(element);
    const parent = this.#open.at(-1);
    if (parent) parent.children.add(element.name, value);
    else this.#root = { name: element.name, value };
  }
}

/** The object form of an element whose children are done. */
export function elementValue({ attributes, text, children }: XmlElement): Json {
  if (attributes.size === 0 && children.size === 0) return text;
  const trimmed = text.trim();
  const value = { ...attributes.toJson(), ...(trimmed === '' ? {} : { '#text': trimmed }) };
  // Spreading defines members too, so an element named `__proto__` stays plain data.
  return { ...value, ...children.toJson() };
}

/** Undefined where an entity is not one of XML's own five, or a reference names no XML character. */
function resolveReferences(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let sound = true;
  const resolved = text.replaceAll(reference, (found) => {
    const character = referenced(found);
    sound &&= character !== undefined;
    return character ?? '';
  });
  return sound ? resolved : undefined;
}

function referenced(found: string): string | undefined {
  const name = found.slice(1, -1);
  if (!name.startsWith('#')) return entities.get(name);
  const code = Number(name.startsWith('#x') ? `0${name.slice(1)}` : name.slice(1));
  return isXmlCharacter(code) ? String.fromCodePoint(code) : undefined;
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  if (code >= 0xd800 && code <= 0xdfff) return false;
  return code <= 0x10ffff && code !== 0xfffe && code !== 0xffff;
}
