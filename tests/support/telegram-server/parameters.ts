import { badRequest } from './refusal.ts';
import type { CallBody, UploadedFile } from './request-body.ts';

/** Reads and checks one call's parameters. A form holds everything as text, nested values as JSON. */
export class Parameters {
  readonly #body: CallBody;
  constructor(body: CallBody) {
    this.#body = body;
  }

  text(name: string): string {
    const value = this.#body.parameters[name];
    if (value === undefined) return '';
    if (typeof value !== 'string') throw badRequest(`parameter "${name}" must be a string`);
    if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value))
      throw badRequest('strings must be encoded in UTF-8');
    return value;
  }

  has(name: string): boolean {
    return this.#body.parameters[name] !== undefined;
  }

  integer(name: string): number | undefined {
    const value = this.#body.parameters[name];
    if (value === undefined) return undefined;
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw badRequest(`field "${name}" must be a valid Number`);
    return number;
  }

  number(name: string): number | undefined {
    const value = this.#body.parameters[name];
    const number = typeof value === 'string' ? Number(value) : value;
    if (number === undefined) return undefined;
    if (typeof number !== 'number' || !Number.isFinite(number)) throw badRequest(`field "${name}" must be a valid Number`);
    return number;
  }

  nested(name: string): unknown {
    const value = this.#body.parameters[name];
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      throw badRequest(`can't parse ${name} JSON object`);
    }
  }

  list(name: string): readonly unknown[] {
    const value = this.nested(name);
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw badRequest(`can't parse ${name}: expected an Array`);
    return value;
  }

  record(name: string): Readonly<Record<string, unknown>> | undefined {
    const value = this.nested(name);
    return value === undefined ? undefined : recordOf(value, name);
  }

  /** The uploaded file, or the id of one that is known already. */
  file(name: string): UploadedFile | { readonly fileId: string } {
    const direct = this.#body.files.get(name);
    if (direct !== undefined) return direct;
    const value = this.text(name);
    if (value === '') throw badRequest(`there is no ${name} in the request`);
    const attached = /^attach:\/\/(.+)$/.exec(value)?.[1];
    if (attached === undefined) return { fileId: value };
    const file = this.#body.files.get(attached);
    if (file === undefined) throw badRequest(`attached file "${attached}" is missing`);
    return file;
  }
}

export const recordOf = (value: unknown, name: string): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badRequest(`can't parse ${name}: expected an Object`);
  return { ...value };
};
