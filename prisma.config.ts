import { defineConfig } from 'prisma/config';

// `prisma generate` looks for a schema engine that it never runs. Naming a program that cannot act as one
// makes generate, validate and format work without a download and every migrate command fail loudly.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: process.env.SAPA_SCHEMA ?? 'prisma/schema.prisma' });
