import type { PrismaClient } from './generated/sqlite/client.ts';

type Method = (...args: readonly unknown[]) => Promise<unknown>;
type Methods = Readonly<Record<string, Method>>;

/** An object that answers every name asked of it; `then` is none, or a promise would take it for one of its own. */
const answering = <Value>(valueOf: (name: string) => Value): Readonly<Record<string, Value>> =>
  new Proxy<Record<string, Value>>(
    {},
    { get: (_target, name) => (typeof name === 'string' && name !== 'then' ? valueOf(name) : undefined) },
  );

/**
 * The models, loaded when something is first asked of them: their client takes a third of a second and 50 MB
 * (PERFORMANCE finding 6), and most messages are answered through the raw door. Everything that is asked of models is a promise
 * anyway. A list of promises given to `$transaction` is not understood; a function is.
 */
export const lazyModels = (
  load: () => Promise<PrismaClient>,
): { readonly models: PrismaClient; readonly disconnect: () => Promise<void> } => {
  let loading: Promise<PrismaClient> | undefined;
  // as: the generated client is an object of methods, and of models that are objects of methods
  const loaded = async (): Promise<Methods & Readonly<Record<string, Methods>>> => (await (loading ??= load())) as never;
  const models = answering((name) =>
    name.startsWith('$')
      ? async (...args: readonly unknown[]) => (await loaded())[name]?.(...args)
      : answering(
          (verb) =>
            async (...args: readonly unknown[]) =>
              (await loaded())[name]?.[verb]?.(...args),
        ),
  );
  return {
    // as: what is answered is what the client itself answers
    models: models as unknown as PrismaClient,
    disconnect: async () => {
      const client = await loading;
      await client?.$disconnect();
    },
  };
};
