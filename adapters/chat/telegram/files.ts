import { type Api, GrammyError } from 'grammy';
import { Unreachable } from '#shared/faults.ts';

/** Telegram hands a bot files of up to 20 MB. */
const MOST_BYTES = 20_000_000;

/** Fetches what somebody sent; a file that Telegram has no longer, or will not give, is null. */
export const fileFetcher =
  ({ api, apiRoot, token, seconds }: { readonly api: Api; readonly apiRoot: string; readonly token: string; readonly seconds: number }) =>
  async (fileId: string, mostBytes: number): Promise<Uint8Array | null> => {
    const path = await pathOf(api, fileId);
    if (path === null) return null;
    const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal: AbortSignal.timeout(4 * seconds * 1000) }).catch(() => {
      // the address holds the token: nothing of the failure is passed on
      throw new Unreachable('telegram');
    });
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > Math.min(mostBytes, MOST_BYTES)) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > mostBytes ? null : bytes;
  };

const pathOf = async (api: Api, fileId: string): Promise<string | null> => {
  try {
    return (await api.getFile(fileId)).file_path ?? null;
  } catch (error) {
    if (error instanceof GrammyError) return null;
    throw error;
  }
};
