import { SaxesParser } from 'saxes';
import { decodeText } from '../grid/decode-text.js';

/** An element of an XML file, and where it begins; names are without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text right inside of it. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Why a file is not read, in one sentence with what would put it right. */
export interface XmlRefusal {
  readonly refusal: string;
}

export const XML_LIMITS = { bytes: 32 * 1024 * 1024, depth: 100, elements: 1_000_000 };

interface Open extends XmlElement {
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads a file of XML within limits; entities of its own are refused, nothing is fetched from anywhere. */
export function readXml(bytes: Uint8Array, limits = XML_LIMITS): XmlElement | XmlRefusal {
  if (bytes.length > limits.bytes) return { refusal: `It is larger than ${limits.bytes / 1024 / 1024} MB.` };
  const decoded = decodeText(bytes);
  if (decoded === null) return { refusal: 'It is not text; an XML file was expected.' };
  const root: Open = { name: '', attributes: new Map(), children: [], text: '', line: 1, column: 1 };
  try {
    parse(decoded.text.replace(/^\ufeff/, ''), root, limits);
  } catch (error) {
    return {
      refusal: error instanceof Refused ? error.message : `It is not well-formed XML: ${wordsOf(error)}`,
    };
  }
  return root.children[0] ?? { refusal: 'There is no element in it; an XML file was expected.' };
}

class Refused extends Error {}

function parse(text: string, root: Open, limits: typeof XML_LIMITS): void {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [root];
  let elements = 0;
  parser.on('doctype', () => {
    throw new Refused(
      `Line ${parser.line}: it declares a document type (<!DOCTYPE …>), which may hide entities; take that line out.`,
    );
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, attributes }) => {
    elements += 1;
    if (elements > limits.elements) throw new Refused(`It holds more than ${limits.elements} elements.`);
    if (open.length > limits.depth) {
      throw new Refused(`Line ${parser.line}: its elements are nested more than ${limits.depth} deep.`);
    }
    const told = Object.values(attributes).map(({ local: name, prefix, value }): [string, string] => [
      prefix === '' || prefix === undefined ? name : `${prefix}:${name}`,
      value,
    ]);
    const [line, column] = [parser.line, Math.max(1, parser.column)];
    const element: Open = { name: local, attributes: new Map(told), children: [], text: '', line, column };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (more: string): void => {
    const inside = open.at(-1);
    if (inside) inside.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? `${error.message.replace(/\.$/, '')}.` : String(error);
}

/** The children of one name, in their order. */
export function childrenOf({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** An attribute; null where it is absent or empty. */
export function attributeOf({ attributes }: XmlElement, name: string): string | null {
  return attributes.get(name) || null;
}
