// "Kenapa?" is also asked as a whole question about something ("kenapa jatuh temponya tanggal 25?"): then nothing is done, it is explained.

const WHY = /\b(?:kenapa|knp|knapa|napa|mengapa|ngap[oa]|alasan(?:nya)?|why|how come)\b/i;
/** "Kok antrean ke-3?", but not "sudah saya kembalikan kok" */
const WONDERING = /^\W*(?:(?:lho|loh|lah|eh|kak|min|pak|bu|mas|mbak)\W+)*kok\b/i;

export const asksWhy = (text: string): boolean => WHY.test(text) || WONDERING.test(text);
