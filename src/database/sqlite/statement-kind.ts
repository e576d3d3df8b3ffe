/**
 * What a statement does, as far as routing it is concerned. `read` may go to a reader; `write` reports the rows it
 * changed; `other` (DDL, PRAGMA) goes to the writer and changes no rows. In doubt it is not `read`.
 */
export interface StatementKind {
  readonly kind: 'read' | 'write' | 'other';
  /** INSERT … RETURNING and its like: rows come out of a write */
  readonly returning: boolean;
}

// Comments, strings and quoted names: words in them are not SQL.
const opaque = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]/g;
const mainVerb = /^(?:select|values|insert|update|delete|replace)$/;

/** The first verb of a WITH statement that stands outside every parenthesis. */
const verbAfterWith = (text: string): string | undefined => {
  let depth = 0;
  for (const [token] of text.matchAll(/[()]|[a-z_][a-z0-9_$]*/g)) {
    if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    else if (depth === 0 && mainVerb.test(token)) return token;
  }
  return undefined;
};

const analyse = (text: string): StatementKind => {
  const bare = text.replace(opaque, ' ').toLowerCase();
  const first = /[a-z]+/.exec(bare)?.[0];
  const verb = first === 'with' ? verbAfterWith(bare) : first;
  if (verb === 'select' || verb === 'values') return { kind: 'read', returning: false };
  if (verb === undefined || !mainVerb.test(verb)) return { kind: 'other', returning: false };
  return { kind: 'write', returning: /\breturning\b/.test(bare) };
};

const known = new Map<string, StatementKind>();
const KNOWN_AT_MOST = 1000;

export const statementKind = (text: string): StatementKind => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const kind = analyse(text);
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(text, kind);
  return kind;
};
