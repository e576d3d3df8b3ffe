import type { Room } from './places.ts';

// Who may know whom (the layout in docs/architecture.md). A room may always import itself; what is not listed is refused.

const TO_SERVICES = [
  'shared',
  'domain',
  'ports',
  'database',
  'languages',
  'understanding',
  'delivery',
  'circulation',
  'staff',
  'conversation',
];
const ALL_BELOW_APP = [...TO_SERVICES, 'services'];

const directions: Readonly<Record<Room, readonly Room[]>> = {
  shared: [],
  domain: ['shared'],
  ports: ['shared', 'domain'],
  database: ['shared'],
  languages: ['shared', 'domain', 'ports'],
  understanding: ['shared', 'ports', 'languages'],
  delivery: ['shared', 'ports', 'database', 'languages'],
  circulation: ['shared', 'domain', 'ports', 'database'],
  staff: ['shared', 'database'],
  conversation: TO_SERVICES,
  // The lists of all services: the only files that know more than one of them.
  services: ['understanding', 'conversation', 'services/*'],
  'services/*': TO_SERVICES,
  prisma: ['shared', 'domain', 'circulation', 'database'],
  'src/config.ts': ['shared'],
  'src/doctor.ts': ['shared', 'src/config.ts'],
  'src/demo.ts': ['shared', 'database', 'prisma'],
  'src/app.ts': ALL_BELOW_APP,
  'src/main.ts': [...ALL_BELOW_APP, 'src/app.ts', 'src/config.ts', 'src/demo.ts', 'src/doctor.ts', 'adapters', 'adapters/*'],
  // The list of all adapters opens each of them with its settings.
  adapters: ['shared', 'ports', 'src/config.ts', 'adapters/*'],
  'adapters/*': ['shared', 'ports', 'delivery', 'adapters/http'],
  // A second composition root: it starts the whole program in a world that a file describes, and reads that world back.
  'adapters/chat/rehearsal': [...ALL_BELOW_APP, 'src/app.ts'],
  // Tools and tests may know everything; nobody may know them.
  tools: ['*'],
  tests: ['*'],
};

const ruleFor = (room: Room): readonly Room[] =>
  directions[room] ??
  (room.startsWith('services/') ? directions['services/*'] : room.startsWith('adapters/') ? directions['adapters/*'] : undefined) ??
  [];

/** Whether one room may import another. */
export const mayImport = (from: Room, to: Room): boolean =>
  from === to ||
  ruleFor(from).some((allowed) => allowed === '*' || allowed === to || (allowed.endsWith('/*') && to.startsWith(allowed.slice(0, -1))));
