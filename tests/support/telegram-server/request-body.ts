import { badRequest } from './refusal.ts';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The parameters of one call, as JSON or as a form with files. */
export interface CallBody {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, UploadedFile>;
}

export const readBody = (contentType: string, body: Buffer): CallBody => {
  if (body.length === 0) return { parameters: {}, files: new Map() };
  if (contentType.startsWith('application/json')) return { parameters: objectFrom(textOf(body)), files: new Map() };
  const boundary = /multipart\/form-data;.*boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw badRequest(`unsupported content type "${contentType}"`);
  return readForm(boundary, body);
};

const textOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badRequest('strings must be encoded in UTF-8');
  }
};

const objectFrom = (text: string): Record<string, unknown> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest("can't parse JSON of the request");
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badRequest('the request must be a JSON object');
  return { ...value };
};

const readForm = (boundary: string, body: Buffer): CallBody => {
  const parameters: Record<string, unknown> = {};
  const files = new Map<string, UploadedFile>();
  for (const part of partsOf(boundary, body)) {
    const split = part.indexOf('\r\n\r\n');
    if (split < 0) throw badRequest('a part of the form has no header');
    const header = part.subarray(0, split).toString('utf8');
    const content = part.subarray(split + 4);
    const name = /\bname="([^"]*)"/i.exec(header)?.[1];
    if (name === undefined) throw badRequest('a part of the form has no name');
    const file = /\bfilename=(?:"([^"]*)"|([^;\r\n]*))/i.exec(header);
    if (file === null) parameters[name] = textOf(content);
    else files.set(name, { name: file[1] ?? file[2] ?? '', bytes: Buffer.from(content) });
  }
  return { parameters, files };
};

const partsOf = (boundary: string, body: Buffer): readonly Buffer[] => {
  const mark = Buffer.from(`--${boundary}`);
  const parts: Buffer[] = [];
  let from = body.indexOf(mark);
  if (from < 0) throw badRequest('the form has no boundary');
  while (true) {
    const start = from + mark.length;
    if (body.subarray(start, start + 2).toString() === '--') return parts;
    const next = body.indexOf(mark, start);
    if (next < 0) throw badRequest('the form does not end');
    // between the line end behind the mark and the line end before the next
    parts.push(body.subarray(start + 2, next - 2));
    from = next;
  }
};
