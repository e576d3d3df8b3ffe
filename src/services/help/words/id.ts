import { list } from '#conversation/say.ts';
import type { Say } from '#conversation/say.ts';

export const id = {
  welcome: (library: string): string => `Halo Kak, saya asisten ${library}. Mau cari buku, pesan, perpanjang, atau tanya jam buka? Tulis saja seperti biasa, misalnya "ada buku Laskar Pelangi?"`,
  hello: 'Halo Kak, ada yang bisa saya bantu? Misalnya cari buku, pinjaman saya, atau jam buka.',
  thanks: 'Sama-sama, Kak. Selamat membaca.',
  menu: 'Ini yang bisa saya bantu. Pilih nomornya, atau tulis langsung:',
  more: (staff: boolean): Say => [
    'Contoh yang bisa ditulis:',
    list(['cari Laskar Pelangi', 'pesan Bumi Manusia', 'pinjaman saya', 'perpanjang semua', 'pesanan saya', 'besok buka jam berapa', 'batal', 'bahasa Inggris', ...(staff ? ['/pinjamkan KODE KARTU', '/kembalikan KODE', 'daftar ambil rak'] : [])]),
  ],
  outOfScope: 'Itu di luar urusan perpustakaan, jadi tidak bisa saya bantu. Saya bisa mencari buku, memesan, memperpanjang, dan memberi tahu jam buka. Ketik "menu" untuk pilihannya.',
  othersData: 'Data pembaca lain tidak bisa saya tampilkan. Untuk urusan Kakak sendiri, ketik "pinjaman saya" atau "pesanan saya".',
  librarian: (phone: string | undefined, hours: string): string => `Pustakawan bisa dihubungi ${phone ? `lewat telepon ${phone} atau ` : ''}di meja layanan (jam petugas: ${hours}).`,
  library: 'perpustakaan',
  menuItems: {
    'catalog.search': 'Cari buku', 'loan.list': 'Pinjaman saya', 'loan.renew': 'Perpanjang pinjaman', 'hold.list': 'Pesanan saya', 'info.hours': 'Jam buka', 'reading.recommend': 'Saran bacaan', 'contact.librarian': 'Bicara dengan pustakawan',
  } as Readonly<Record<string, string>>,
};

export type HelpWords = typeof id;
