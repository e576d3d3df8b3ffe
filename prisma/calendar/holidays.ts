import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { assetBeside } from '#prisma/asset.ts';

/** A day of the official calendar. `tentative`: not confirmed, or, for cuti bersama, the library's own decision. */
export interface Holiday {
  readonly day: string;
  readonly name: string;
  readonly tentative: boolean;
}

export interface SeasonOfYear {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly hours: string;
  readonly van: 'runs' | 'suspended';
}

const years = [2026, 2027] as const;

const readTable = async (name: string): Promise<readonly Readonly<Record<string, string>>[]> =>
  // as: with `columns: true` csv-parse yields one object of texts a row
  parse<Record<string, string>>(await readFile(assetBeside(import.meta.url, name)), { columns: true, bom: true });

/** The holidays of the years whose decree, or draft, is known. */
export const readHolidays = async (): Promise<readonly Holiday[]> => {
  const tables = await Promise.all(years.map((year) => readTable(`${year}.csv`)));
  return tables.flat().map(({ tanggal = '', nama = '', jenis, status }) => ({
    day: tanggal,
    name: nama,
    tentative: status !== 'fixed' || jenis === 'cuti_bersama',
  }));
};

export const readSeasons = async (): Promise<readonly SeasonOfYear[]> =>
  (await readTable('seasons.csv')).map(({ dari = '', sampai = '', nama = '', jam = '', keliling }) => ({
    from: dari,
    to: sampai,
    name: nama,
    hours: jam,
    van: keliling === 'suspended' ? 'suspended' : 'runs',
  }));
