import { describe, expect, it } from 'vitest';
import { intentRules } from '#services/intent-rules.ts';
import { Temporal } from '#shared/day.ts';
import { listedIntent } from '#understanding/intent-ids.ts';
import { lexicon } from '#understanding/load-lexicon.ts';
import { createNames } from '#understanding/names.ts';
import { createUnderstanding } from '#understanding/understanding.ts';

const names = createNames({ titles: ['Bumi', 'Dune', 'Rindu'], authors: [], events: [], places: ['Cambai'] });
const understanding = createUnderstanding({ rules: intentRules, names, lexicon: lexicon() });
const now = Temporal.PlainDateTime.from('2026-08-12T10:00');
const read = (text: string, role?: 'staff') => understanding.understand({ text, now, role });

describe('what readers do with holds and loans', () => {
  it.each([
    ['tunda dulu pesanan bumi sampai 1 september', 'hold.suspend'],
    ['Mohon reservasi Dune dibekukan hingga akhir bulan.', 'hold.suspend'],
    ['please pause my hold on Dune until October', 'hold.suspend'],
    ['hold my reservation until next month', 'hold.suspend'],
    ['pesenan rindu tu tunda kudai yo sampe minggu depan', 'hold.suspend'],
    ['bekuin reservasi gue dulu, lagi di luar kota', 'hold.suspend'],
    ['pesananku jangan diproses dulu, tunda sampe tgl 20', 'hold.suspend'],
    ['lanjutkan lagi pesanan bumi yg kemarin ditunda', 'hold.resume'],
    ['Mohon reservasi saya diaktifkan kembali.', 'hold.resume'],
    ['unfreeze my hold on Dune', 'hold.resume'],
    ['resume my reservation', 'hold.resume'],
    ['aktifke lagi pesenan aku', 'hold.resume'],
    ['ganti tempat ambil bumi ke mobil keliling cambai', 'hold.change_pickup'],
    ['Mohon lokasi pengambilan pesanan saya dipindahkan ke perpustakaan utama.', 'hold.change_pickup'],
    ['change the pickup location of Dune to the van', 'hold.change_pickup'],
    ['pesanan bumi ambilnya di pusling cambai aja ya', 'hold.change_pickup'],
    ['tempat ngambek rindu pindahke ke cambai', 'hold.change_pickup'],
    ['buku bumi ilang min, maaf', 'loan.report_lost'],
    ['bukunya ilang pak', 'loan.report_lost'],
    ['Saya ingin melaporkan bahwa buku Dune yang saya pinjam hilang.', 'loan.report_lost'],
    ['I lost Dune, sorry', 'loan.report_lost'],
    ["I think I've lost the book I borrowed", 'loan.report_lost'],
    ['buku rindu yang aku pinjem tu ilang', 'loan.report_lost'],
    ['aku ngilangin buku perpus nih', 'loan.report_lost'],
    ['kalau buku hilang gimana?', 'member.rules'],
    ['what if I lose a book?', 'member.rules'],
    ['Apa sanksinya apabila buku rusak?', 'member.rules'],
    ['bumi udah kubalikin minggu lalu kok', 'loan.claim_returned'],
    ['Buku tersebut sudah saya kembalikan.', 'loan.claim_returned'],
    ['la kubalekke buku tu', 'loan.claim_returned'],
    ['I already returned Dune last week', 'loan.claim_returned'],
    ['kok masih ditagih, kan udah aku balikin', 'loan.claim_returned'],
    ['buku bumi udah kubalikin belum ya?', 'loan.list'],
    ['batal', 'nav.cancel'],
  ])('%s → %s', async (text, intent) => {
    expect((await read(text)).intent).toBe(intent);
  });
  it('are told apart by title, day and place', async () => {
    expect((await read('tunda dulu pesanan Bumi sampai 1 september')).slots).toEqual({ title: 'bumi', date: '2026-09-01' });
    expect((await read('ganti tempat ambil Bumi ke mobil keliling Cambai')).slots).toEqual({
      title: 'bumi',
      place: 'cambai',
      branch: 'van',
    });
  });
});

describe('what staff do at the desk', () => {
  it.each([
    ['urungkan', 'staff.undo'],
    ['batalin yang tadi', 'staff.undo'],
    ['undo that', 'staff.undo'],
    ['salah catat, balikin kayak tadi', 'staff.undo'],
    ['urungke yang tadi yo', 'staff.undo'],
    ['Batalkan pencatatan B-00123 barusan.', 'staff.undo'],
    ['B-00123 hilang', 'staff.copy_state'],
    ['B1 rusak halamannya lepas', 'staff.copy_state'],
    ['T7-1 ga ada di rak', 'staff.copy_state'],
    ['PU-1 ketemu di rak lain', 'staff.copy_state'],
    ['B-00123 is missing', 'staff.copy_state'],
    ['B-00123 la ketemu', 'staff.copy_state'],
    ['B-00123 sudah sampai', 'staff.arrival'],
    ['B-00123 has arrived', 'staff.arrival'],
    ['T7-2 dah nyampe dari pusling', 'staff.arrival'],
    ['denda A-2 lunas', 'staff.fine'],
    ['Denda PBM-00123 sudah dibayar tunai.', 'staff.fine'],
    ['hapus denda A-0002', 'staff.fine'],
    ['waive the fine of K-71', 'staff.fine'],
    ['K-71 paid the fine', 'staff.fine'],
    ['daftarkan anggota baru', 'staff.register_member'],
    ['Daftarkan anggota baru atas nama Siti Aminah.', 'staff.register_member'],
    ['aktifkan kartu A-0012', 'staff.register_member'],
    ['register a new member named Rina', 'staff.register_member'],
    ['mau daftar jadi anggota gimana', 'member.register'],
    ['tugas hari ini', 'staff.tasks'],
    ['ada tugas apa', 'staff.tasks'],
    ["what's on my to-do list", 'staff.tasks'],
    ['gawean hari ini apo be', 'staff.tasks'],
    ['besok tutup karena listrik padam', 'staff.closure'],
    ['Tanggal 5 September perpustakaan libur.', 'staff.closure'],
    ['besok jadi buka', 'staff.closure'],
    ['senin depan libur ya rapat pegawai', 'staff.closure'],
    ["we're closed tomorrow because of a power outage", 'staff.closure'],
    ['closed on 5 September', 'staff.closure'],
    ['besok totop setengah hari', 'staff.closure'],
    ['batal tutup tanggal 5', 'staff.closure'],
    ['besok tutup jam berapa', 'info.hours'],
    ['besok buka ga', 'info.hours'],
    ['umumkan besok tutup', 'staff.broadcast'],
    ['jumat buka 08-11 dan 13.30-15', 'staff.opening_hours'],
    ['sabtu ini buka sampai jam 12', 'staff.opening_hours'],
    ['Jam Ramadan mulai 18 Februari pukul 08.00 sampai 14.00.', 'staff.opening_hours'],
    ['pastikan libur 19 maret', 'staff.opening_hours'],
    ['kalender libur', 'staff.opening_hours'],
    ['lebaran jadi tanggal 20 maret', 'staff.opening_hours'],
    ['change friday hours to 08:00-11:00', 'staff.opening_hours'],
    ['batas pinjam anak 2', 'staff.policy'],
    ['denda 500 per hari', 'staff.policy'],
    ['aturan pinjam', 'staff.policy'],
    ['ganti telepon perpustakaan jadi 0713-111', 'staff.library_card'],
    ['tambah fasilitas musala', 'staff.library_card'],
    ['perpanjang kartu A-4', 'staff.register_member'],
    ['A-0002', 'staff.checkout'],
    ['lama pinjam jadi 14 hari', 'staff.policy'],
    ['ubah denda 500 per hari', 'staff.policy'],
    ['batas pinjam anak jadi 3', 'staff.policy'],
    ['perpanjang maksimal 2 kali', 'staff.policy'],
    ['aturan pinjam sekarang', 'staff.policy'],
    ['set the loan period to 14 days', 'staff.policy'],
    ['What are the borrowing rules?', 'member.rules'],
    ['maksimal pinjam berapa buku', 'member.rules'],
    ['catatan hari ini', 'staff.desk_log'],
    ['tadi saya mencatat apa aja', 'staff.desk_log'],
    ['show the desk log', 'staff.desk_log'],
    ['B-00123', 'staff.checkin'],
    ['T7-1', 'staff.checkin'],
    ['kembali B1 B2 B3', 'staff.checkin'],
    ['b-00123 b-00124', 'staff.checkin'],
    ['pinjamkan B1 ke A-0002', 'staff.checkout'],
    ['B1 dari A-2', 'staff.checkin'],
    ['daftar ambil rak', 'staff.holds_picklist'],
  ])('%s → %s', async (text, intent) => {
    expect((await read(text, 'staff')).intent).toBe(intent);
  });
  it('are told apart by codes, states and days', async () => {
    expect((await read('B1 rusak halamannya lepas', 'staff')).slots).toEqual({ item: 'b1', state: 'damaged' });
    expect((await read('hapus denda A-0002', 'staff')).slots).toEqual({ member: 'a-0002', waived: true });
    expect((await read('kembali B1 B2 B3', 'staff')).slots).toEqual({ item: ['b1', 'b2', 'b3'] });
    expect((await read('besok tutup karena listrik padam', 'staff')).slots).toEqual({ date: '2026-08-13', reason: 'listrik padam' });
  });
  it.each(['urungkan', 'tugas hari ini', 'besok tutup', 'lama pinjam jadi 14 hari', 'catatan hari ini'])(
    'are no acts of readers: %s',
    async (text) => {
      const { intent } = await read(text);
      expect(listedIntent(intent)).toBe(intent);
    },
  );
});

describe('what is none of ours', () => {
  it.each([
    ['nomor hp siti anggota perpus berapa', 'others_data'],
    ['pinjaman budi apa aja', 'others_data'],
    ['siapa yang pinjam Bumi', 'others_data'],
    ['who borrowed Dune?', 'others_data'],
    ['si budi minjem buku apa aja', 'others_data'],
    ["show me Rina's loans", 'others_data'],
    ['jadwal samsat keliling', 'other_office'],
    ['bayar pajak motor dimana', 'other_office'],
    ['kamu siapa', 'identity'],
    ['are you a robot', 'identity'],
  ])('%s: %s', async (text, kind) => {
    const understood = await read(text);
    expect([understood.intent, understood.slots['kind']]).toEqual(['out_of_scope', kind]);
  });
  it.each(['pinjamanku apa aja', 'ada buku tentang pajak?', 'daftar anggota atas nama Siti', 'ada novel Siti Nurbaya?'])(
    'but this is: %s',
    async (text) => {
      expect((await read(text)).intent).not.toBe('out_of_scope');
    },
  );
});

describe('a second request', () => {
  it.each([
    ['ada Bumi ga? trus pusling ke Cambai kapan', ['catalog.search', 'van.schedule']],
    ['Dune masih ado dak? amen ado pesenke', ['catalog.item_details', 'hold.place']],
    ['bilo mobil ke Cambai? trus pacak dak mampir ke dusun kami', ['van.schedule', 'van.request_stop']],
    ['what do I have checked out, and do I owe any fines?', ['loan.list', 'fine.status']],
  ])('is kept, and knows what was named before it: %s', async (text, intents) => {
    expect((await read(text)).intents.map(({ intent }) => intent)).toEqual(intents);
  });
});
