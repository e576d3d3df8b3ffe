import { describe, expect, test } from 'vitest';
import { numbered } from '#database/postgresql/placeholders.ts';
import { statementKind } from '#database/sqlite/statement-kind.ts';

describe('where a statement goes', () => {
  test.for([
    ['SELECT 1', 'read', false],
    ['  -- insert into x\n SELECT 1', 'read', false],
    ['VALUES (1), (2)', 'read', false],
    ['WITH a AS (SELECT 1) SELECT * FROM a', 'read', false],
    [`WITH a AS (SELECT 'insert into b') SELECT * FROM a`, 'read', false],
    ['WITH a AS (SELECT 1) SELECT replace(x, 1, 2) FROM a', 'read', false],
    ['WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n', 'read', false],
    ['WITH a AS (SELECT 1) INSERT INTO b SELECT * FROM a', 'write', false],
    ['WITH a AS (SELECT 1) DELETE FROM b WHERE x IN (SELECT * FROM a) RETURNING x', 'write', true],
    ['WITH a AS (SELECT 1) UPDATE b SET x = 1', 'write', false],
    ['INSERT INTO a VALUES (1)', 'write', false],
    ['INSERT INTO a VALUES (1) RETURNING *', 'write', true],
    [`INSERT INTO a VALUES ('returning')`, 'write', false],
    ['REPLACE INTO a VALUES (1)', 'write', false],
    ['PRAGMA wal_checkpoint(TRUNCATE)', 'other', false],
    ['CREATE TABLE x (y)', 'other', false],
    ['', 'other', false],
  ] as const)('%s', ([text, kind, returning]) => {
    expect(statementKind(text)).toEqual({ kind, returning });
  });
});

describe('placeholders for PostgreSQL', () => {
  test.for([
    ['SELECT ?, ?', 'SELECT $1, $2'],
    [`SELECT '?', ? AS "a?"`, `SELECT '?', $1 AS "a?"`],
    [`SELECT 'it''s ?', ?`, `SELECT 'it''s ?', $1`],
    ['SELECT ? -- why?\n, ?', 'SELECT $1 -- why?\n, $2'],
    ['SELECT /* ? */ ?', 'SELECT /* ? */ $1'],
  ] as const)('%s', ([text, expected]) => {
    expect(numbered(text)).toBe(expected);
  });
});
