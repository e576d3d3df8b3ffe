import { SaxesParser } from 'saxes';

// RELIABILITY §7: what we read is three or four deep, and a cell or a subfield is a paragraph at most.
const deepest = 8;
const longestText = 64 * 1024;

/** What a reader of XML is told. Prefixes of names are left out. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

export interface XmlFeed {
  /** Throws when the text is no XML, or goes beyond the limits. */
  write(text: string): void;
  end(): void;
}

export class XmlRefused extends Error {}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML piece by piece. There are no entities but the five of XML itself: a document type is refused. */
export const readXml = (events: XmlEvents): XmlFeed => {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  let length = 0;
  const refuse = (what: string): never => {
    throw new XmlRefused(what);
  };
  parser.on('error', (error) => refuse(error.message));
  parser.on('doctype', () => refuse('DOCTYPE'));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    length = 0;
    if (depth > deepest) refuse('depth');
    events.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    events.close(localName(name));
  });
  const take = (text: string): void => {
    length += text.length;
    if (length > longestText) refuse('length');
    events.text(text);
  };
  parser.on('text', take);
  parser.on('cdata', take);
  return { write: (text) => void parser.write(text), end: () => void parser.close() };
};

/** Whether a document declares a type: entities, and with them bombs, can only come from there. */
export const declaresType = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('<!DOCTYPE');
