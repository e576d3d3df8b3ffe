import type { Language } from '#languages/index.ts';

/** What the conversation itself says, whatever the service. */
export interface ConversationWords {
  readonly yes: string;
  readonly no: string;
  readonly more: string;
  readonly back: string;
  readonly letGo: string;
  readonly cancelled: string;
  readonly nothingToCancel: string;
  readonly nothingAsked: string;
  readonly outside: (count: number) => string;
  readonly answerYesOrNo: string;
  readonly staleMenu: string;
  readonly alreadyAnswered: string;
  readonly expired: string;
  readonly expiredList: string;
  readonly notAnAnswer: string;
  readonly backTo: string;
  readonly inPrivate: (link: string) => string;
  readonly staffOnly: string;
  readonly guesses: string;
  readonly noneOfThese: string;
  readonly notUnderstood: string;
  readonly lostThread: string;
  readonly fault: (incident: string) => string;
  readonly tooFast: string;
  readonly textOnly: string;
  readonly busy: string;
}

export const conversationWords: Readonly<Record<Language, ConversationWords>> = {
  id: {
    yes: 'Ya',
    no: 'Tidak',
    more: 'Berikutnya',
    back: 'Kembali ke awal daftar',
    letGo: 'Baik, tidak jadi. Tidak ada yang berubah.',
    cancelled: 'Baik, dibatalkan. Ketik "menu" untuk melihat yang bisa saya bantu.',
    nothingToCancel: 'Tidak ada yang sedang berjalan untuk dibatalkan. Untuk membatalkan pesanan buku, ketik "batalkan pesanan".',
    nothingAsked: 'Saat ini tidak ada pertanyaan yang menunggu jawaban. Ketik "menu" untuk melihat yang bisa saya bantu.',
    outside: (count) => (count === 1 ? 'Pilihannya hanya nomor 1.' : `Pilihannya nomor 1 sampai ${count}.`),
    answerYesOrNo: 'Mohon jawab "ya" atau "tidak" dulu.',
    staleMenu: 'Menu itu sudah tidak berlaku.',
    alreadyAnswered: 'Pertanyaan itu sudah dijawab dan sudah saya kerjakan.',
    expired: 'Pertanyaan tadi sudah kedaluwarsa, jadi belum ada yang berubah. Ini yang terbaru:',
    expiredList: 'Daftar tadi sudah kedaluwarsa. Silakan tulis lagi yang dicari.',
    notAnAnswer: 'Sepertinya itu bukan jawaban yang saya tunggu. Ketik "batal" bila tidak jadi.',
    backTo: 'Kita lanjutkan yang tadi:',
    inPrivate: (link) => `Untuk urusan pribadi, silakan lanjut di chat pribadi: ${link}`,
    staffOnly: 'Itu hanya bisa dilakukan petugas perpustakaan. Bila perlu bantuan petugas, ketik "pustakawan".',
    guesses: 'Saya belum yakin maksudnya. Apakah salah satu dari ini?',
    noneOfThese: 'Bukan semuanya',
    notUnderstood: 'Maaf, saya belum paham. Coba tulis dengan kata lain, misalnya "cari Laskar Pelangi", atau pilih:',
    lostThread: 'Maaf, saya kehilangan catatan percakapan tadi. Mari mulai lagi.',
    fault: (incident) =>
      `Maaf, ada gangguan di pihak kami; permintaan tadi belum tentu selesai. Coba lagi sebentar, atau sebutkan kode ${incident} kepada petugas.`,
    tooFast: 'Pesannya datang terlalu cepat. Mohon tunggu sebentar, lalu tulis lagi.',
    textOnly: 'Saya baru bisa membaca tulisan. Mohon ketik judul atau pertanyaannya.',
    busy: 'Sedang ramai sekali. Mohon tulis lagi sebentar lagi; pesan ini belum saya kerjakan.',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    more: 'Next',
    back: 'Back to the start of the list',
    letGo: 'All right, left as it is. Nothing has changed.',
    cancelled: 'All right, cancelled. Type "menu" to see what I can do.',
    nothingToCancel: 'There is nothing under way to cancel. To cancel a reservation, type "cancel reservation".',
    nothingAsked: 'No question is waiting for an answer right now. Type "menu" to see what I can do.',
    outside: (count) => (count === 1 ? 'The only choice is number 1.' : `Please choose a number from 1 to ${count}.`),
    answerYesOrNo: 'Please answer "yes" or "no" first.',
    staleMenu: 'That menu is no longer valid.',
    alreadyAnswered: 'That question has been answered and is done.',
    expired: 'That question has expired, so nothing has changed. Here is the current one:',
    expiredList: 'That list has expired. Please write again what you are looking for.',
    notAnAnswer: 'That does not look like the answer I am waiting for. Type "cancel" to leave it.',
    backTo: 'Back to where we were:',
    inPrivate: (link) => `For personal matters please continue in a private chat: ${link}`,
    staffOnly: 'Only library staff can do that. If you need their help, type "librarian".',
    guesses: 'I am not sure what you mean. Is it one of these?',
    noneOfThese: 'None of these',
    notUnderstood: 'Sorry, I did not understand. Try other words, such as "find Laskar Pelangi", or choose:',
    lostThread: 'Sorry, I lost the notes of our conversation. Let us start again.',
    fault: (incident) =>
      `Sorry, something broke on our side; your last request may not be done. Please try again shortly, or give staff the code ${incident}.`,
    tooFast: 'Your messages come very fast. Please wait a moment, then write again.',
    textOnly: 'I can only read text so far. Please type the title or the question.',
    busy: 'It is very busy right now. Please write again in a moment; I have not acted on this message.',
  },
};
