/** The PostgreSQL schema: the canonical SQLite one with another provider and another place for its client. */
export const derivePostgresqlSchema = (canonical: string): string =>
  `// Derived from schema.prisma; change that one.\n${canonical
    .slice(canonical.indexOf('generator client'))
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('generated/sqlite"', 'generated/postgresql"')}`;
