import { targetOf } from './places.ts';
import type { SourceFile } from './source.ts';

/** Every circle of files that import each other, each once, as the path around it. */
export const cyclesIn = (files: readonly SourceFile[]): readonly (readonly string[])[] => {
  const known = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: (readonly string[])[] = [];

  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path]);
    if (at >= 0 || done.has(path)) return;
    for (const { specifier } of known.get(path)?.imports ?? []) {
      const target = targetOf(path, specifier);
      if (target !== undefined && known.has(target)) walk(target, [...trail, path]);
    }
    done.add(path);
  };

  for (const { path } of files) walk(path, []);
  return cycles;
};
