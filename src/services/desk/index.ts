import type { Service } from '#conversation/service.ts';
import { actAs, capture, checkIn, checkOut, join, linkCode, pullList } from './staff.ts';

export const desk: Service = {
  name: 'desk',
  dialogues: [checkOut, checkIn, pullList, capture, linkCode, actAs, join],
  commands: [
    {
      names: { id: 'pinjamkan', en: 'checkout' },
      describes: { id: 'Petugas: catat peminjaman', en: 'Staff: check out' },
      intent: 'staff.checkout',
      slot: 'args',
    },
    {
      names: { id: 'kembalikan', en: 'checkin' },
      describes: { id: 'Petugas: catat pengembalian', en: 'Staff: check in' },
      intent: 'staff.checkin',
      slot: 'args',
    },
    {
      names: { id: 'ambil', en: 'pulllist' },
      describes: { id: 'Petugas: daftar ambil rak', en: 'Staff: pull list' },
      intent: 'staff.holds_picklist',
    },
    {
      names: { id: 'siapkan', en: 'capture' },
      describes: { id: 'Petugas: buku sudah diambil dari rak', en: 'Staff: copy taken from the shelf' },
      intent: 'staff.capture',
      slot: 'args',
    },
    {
      names: { id: 'kode', en: 'code' },
      describes: { id: 'Petugas: kode untuk menghubungkan kartu', en: 'Staff: code to link a card' },
      intent: 'staff.link_code',
      slot: 'args',
    },
    {
      names: { id: 'sebagai', en: 'actas' },
      describes: { id: 'Perpustakaan contoh: ganti peran', en: 'Demo library: change role' },
      intent: 'staff.act_as',
      slot: 'args',
    },
    {
      names: { id: 'petugas', en: 'staff' },
      describes: { id: 'Bergabung sebagai petugas dengan kode undangan', en: 'Join as staff with an invitation code' },
      intent: 'staff.join',
      slot: 'args',
    },
  ],
};
