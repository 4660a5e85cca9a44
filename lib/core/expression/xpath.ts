import { DOMParser, type Node } from '@xmldom/xmldom';
import xpath from 'xpath';
import type { Json } from '#lib/core/json.ts';
import { elementValue, parseXml } from '#lib/core/request/parse-xml.ts';
import { FieldMap } from '#lib/core/request/parsed-body.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { type ExpressionProblem, invalidExpression } from './problem.ts';

const maxExpressionLength = 5000;
const maxNodes = 10_000;
const elementNode = 1;
const textNodes = [3, 4];

/**
 * XPath 1.0 over XML text. Numbers, texts and booleans come as such; a node set as a list of values:
 * an attribute or text is a text, an element what the XML parser makes of it. Prefixes are those the
 * root element declares. Nothing outside the text is ever read.
 */
export function evaluateXPath(expression: string, xml: Json): Result<Json, ExpressionProblem> {
  if (expression.length > maxExpressionLength) {
    return err(invalidExpression(`An XPath has at most ${maxExpressionLength} characters.`));
  }
  const parsed = parseExpression(expression);
  if (!parsed.ok) return parsed;
  if (typeof xml !== 'string' || parseXml(xml) === undefined) {
    return err({
      code: 'invalid_value',
      detail: 'XPath needs well-formed XML as text, without DTD.',
    });
  }
  try {
    // The strict reader took the text already; this one only builds the tree.
    const document = new DOMParser({ onError: () => undefined }).parseFromString(xml, 'text/xml');
    return resultValue(
      parsed.value.evaluate({ node: document, namespaces: rootPrefixes(document) }),
    );
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return err(invalidExpression(`This XPath does not work: ${reason}`));
  }
}

type XPathResult = { toArray?: () => Node[]; numberValue(): number; stringValue(): string } & {
  booleanValue(): boolean;
  constructor: unknown;
};
type Compiled = { evaluate: (options: object) => XPathResult };
/** The library's typings leave these out. */
type Engine = { parse: (expression: string) => Compiled; XNumber: unknown; XBoolean: unknown };
const engine = xpath as unknown as Engine;

function parseExpression(expression: string): Result<Compiled, ExpressionProblem> {
  try {
    return ok(engine.parse(expression));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return err(invalidExpression(`This is not an XPath: ${reason}`));
  }
}

function rootPrefixes(document: { documentElement: unknown }): Record<string, string> {
  const root = document.documentElement as {
    attributes: Iterable<{ name: string; value: string }>;
  };
  const prefixes = new Map<string, string>();
  for (const { name, value } of Array.from(root.attributes)) {
    if (name.startsWith('xmlns:')) prefixes.set(name.slice('xmlns:'.length), value);
  }
  return Object.fromEntries(prefixes);
}

function resultValue(result: XPathResult): Result<Json, ExpressionProblem> {
  if (result.toArray) {
    const nodes = result.toArray();
    if (nodes.length > maxNodes) {
      return err({ code: 'invalid_value', detail: `This finds more than ${maxNodes} nodes.` });
    }
    return ok(nodes.map((node) => nodeValue(node)));
  }
  if (result.constructor === engine.XBoolean) return ok(result.booleanValue());
  if (result.constructor !== engine.XNumber) return ok(result.stringValue());
  const number = result.numberValue();
  return ok(Number.isFinite(number) ? number : null);
}

function nodeValue(node: Node): Json {
  if (node.nodeType !== elementNode) return node.nodeValue ?? node.textContent ?? '';
  const element = {
    name: node.nodeName,
    attributes: new FieldMap(),
    text: '',
    children: new FieldMap(),
  };
  const { attributes } = node as unknown as {
    attributes: ArrayLike<{ name: string; value: string }>;
  };
  for (const { name, value } of Array.from(attributes)) element.attributes.add(`@${name}`, value);
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === elementNode) element.children.add(child.nodeName, nodeValue(child));
    else if (textNodes.includes(child.nodeType)) element.text += child.nodeValue ?? '';
  }
  return elementValue(element);
}
