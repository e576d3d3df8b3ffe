import type { DemoTitle } from './titles.ts';

/** A copy while the demo library is put together. */
export interface DemoCopy {
  readonly code: string;
  readonly titleId: string;
  readonly home: string;
  status: string;
}

const ordinary = ['main', 'cambai', 'main', 'van', 'main', 'cambai'] as const;
const forChildren = ['main', 'van', 'cambai', 'main'] as const;
const vans = ['van-1', 'van-2', 'van-3'] as const;

const placeOf = (title: DemoTitle, titlePlace: number, copyPlace: number): string => {
  if (title.reference) return 'main';
  const pattern = title.audience === 'child' ? forChildren : ordinary;
  const place = pattern[copyPlace % pattern.length] ?? 'main';
  return place === 'van' ? (vans[titlePlace % vans.length] ?? 'van-1') : place;
};

/** The copies of all titles, spread over branches and vans. */
export class Shelves {
  readonly copies: readonly DemoCopy[];
  readonly #byTitle: ReadonlyMap<string, readonly DemoCopy[]>;

  constructor(titles: readonly DemoTitle[]) {
    let number = 0;
    const next = (): string => {
      number += 1;
      return `PRB-${String(number).padStart(5, '0')}`;
    };
    this.#byTitle = new Map(
      titles.map((title, titlePlace) => [
        title.id,
        Array.from({ length: title.copies }, (_, copyPlace) => ({
          code: next(),
          titleId: title.id,
          home: placeOf(title, titlePlace, copyPlace),
          status: 'available',
        })),
      ]),
    );
    this.copies = [...this.#byTitle.values()].flat();
  }

  /** Copies on the shelf that may travel between branches: those of the vans stay there. */
  free(titleId: string): readonly DemoCopy[] {
    return (this.#byTitle.get(titleId) ?? []).filter(({ home, status }) => status === 'available' && !home.startsWith('van'));
  }

  /** Takes a copy from the shelf; throws when the story asks for one too many. */
  take(titleId: string, status: string, home?: string): DemoCopy {
    const copy = this.free(titleId).find((each) => home === undefined || each.home === home);
    if (copy === undefined) throw new RangeError(`the demo library has no further free copy of ${titleId}`);
    copy.status = status;
    return copy;
  }
}
