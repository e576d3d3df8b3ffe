const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Words that say what kind of thing is wanted, or bind others; a question is answered without them when they miss. */
export const bindingWords = list(`
  buku bukunya novel komik cerpen judul berjudul judulnya karya karangan karangannya penulis pengarang oleh terbitan
  tentang mengenai soal seputar yang yg dan atau di ke dari dengan dgn untuk utk pada dalam
  the a an of by and or about book books novel in on for to
`);

/**
 * Words of everyday requests. Alone they name no title that is merely similar, and they are never corrected into one.
 * A librarian may add to the list.
 */
export const ordinaryWords = list(`
  pinjam pinjem minjam minjem pinjaman dipinjam peminjaman kembali kembalikan balikin balik mulangke pulangkan
  perpanjang perpanjangan panjangin tambah waktu pesan pesen pesanan reservasi booking antre antri antrean antrian
  batal batalkan batalin cancel buku bukunya novel komik majalah koran judul penulis pengarang karya tentang
  ada adakah ado punya punyo stok tersedia kosong habis masih sudah udah belum lah jam buka tutup hari besok lusa
  kemarin tadi nanti sekarang kapan dimana mana siapa apa apakah apo bagaimana gimana cak cakmano kenapa mengapa berapa
  senin selasa rabu kamis jumat sabtu minggu pagi siang sore malam bulan tahun tanggal januari februari maret april mei
  juni juli agustus september oktober november desember
  saya aku gue gw kamu anda kami kita dia mereka kak kakak pak bu ibu bapak min admin bang om tante adik adek anak
  mau mo ingin pengen pengin pgn minta tolong bantu bantuan cari nyari cariin carikan lihat liat cek daftar daftarkan
  ikut ikutan kegiatan acara lomba workshop kelas seminar ruang ruangan rapat baca membaca bacaan
  perpus perpustakaan pustaka pustakawan petugas mobil keliling pusling van jadwal rute titik lewat singgah
  kartu anggota member denda telat terlambat hilang rusak bayar lunas email nomor no hp alamat nama
  ya iya iyo yo tidak tak nggak ngga gak ga ndak dak dk idak bukan jangan bisa boleh pacak harus perlu cukup
  yang yg dan atau di ke dari dengan dgn untuk utk buat pada dalam oleh ini itu sini situ sana tu nah dong deh sih kok
  nya lagi juga saja aja bae doang banget sangat terima kasih makasih halo hai hi hello selamat permisi maaf stop
  berhenti mulai lanjut lewati menu bahasa indonesia inggris english kirim file link unduh download pdf epub audio
  satu dua tiga empat lima enam tujuh delapan sembilan sepuluh pertama kedua ketiga semua semuanya rekomendasi
  the a an of by and or is are do does have you your my me i it in on for to with please thanks any when where what who
  how can could would like want need borrow book books return renew hold reserve today tomorrow yesterday open close
  find search looking available library event events card
`);

export const isOrdinary = (word: string): boolean => ordinaryWords.has(word) || bindingWords.has(word);
