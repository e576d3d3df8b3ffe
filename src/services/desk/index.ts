import type { Command, Service } from '#conversation/service.ts';
import { clockwork } from './clockwork.ts';
import { receipts } from './dialogue.ts';
import { copyState } from './staff/cases.ts';
import { fine } from './staff/fines.ts';
import { actAs, join } from './staff/joining.ts';
import { arrival, checkIn, checkOut } from './staff/lending.ts';
import { linkCode, registerMember } from './staff/members.ts';
import { capture, pullList } from './staff/pulling.ts';
import { tasks } from './staff/tasks.ts';
import { deskLog, undo } from './staff/undoing.ts';

/** A command of the desk: its names, what it does, the wish and the slot that what is typed behind it fills. */
const command = (
  names: readonly [id: string, en: string],
  does: readonly [id: string, en: string],
  intent: string,
  slot?: string,
): Command => ({
  names: { id: names[0], en: names[1] },
  describes: { id: `Petugas: ${does[0]}`, en: `Staff: ${does[1]}` },
  intent,
  ...(slot === undefined ? {} : { slot }),
});

const commands: readonly Command[] = [
  command(['pinjamkan', 'checkout'], ['catat peminjaman', 'check out'], 'staff.checkout', 'args'),
  command(['kembalikan', 'checkin'], ['catat pengembalian', 'check in'], 'staff.checkin', 'args'),
  command(['tiba', 'arrived'], ['buku kiriman sudah tiba', 'a copy sent here has arrived'], 'staff.arrival', 'args'),
  command(['urungkan', 'undo'], ['batalkan tindakan terakhir', 'take back the last act'], 'staff.undo'),
  command(['ambil', 'pulllist'], ['daftar ambil rak', 'pull list'], 'staff.holds_picklist', 'branch'),
  command(['siapkan', 'capture'], ['buku sudah diambil dari rak', 'copy taken from the shelf'], 'staff.capture', 'args'),
  command(['hilang', 'lost'], ['eksemplar hilang', 'a copy is lost'], 'staff.copy_state', 'lost'),
  command(['rusak', 'damaged'], ['eksemplar rusak', 'a copy is damaged'], 'staff.copy_state', 'damaged'),
  command(['takada', 'missing'], ['tidak ada di rak', 'not on the shelf'], 'staff.copy_state', 'missing'),
  command(['ketemu', 'found'], ['eksemplar ditemukan', 'a copy is found'], 'staff.copy_state', 'found'),
  command(['diganti', 'replaced'], ['buku hilang sudah diganti', 'a lost book was replaced'], 'staff.copy_state', 'replaced'),
  command(['harga', 'price'], ['harga buku hilang', 'price of a lost book'], 'staff.copy_state', 'price'),
  command(['dendaanggota', 'memberfines'], ['denda sebuah kartu', 'fines of a card'], 'staff.fine', 'args'),
  command(['lunas', 'paid'], ['denda dibayar', 'a fine is paid'], 'staff.fine', 'paid'),
  command(['hapusdenda', 'waive'], ['denda dihapus', 'a fine is waived'], 'staff.fine', 'waived'),
  command(['cabutskorsing', 'unsuspend'], ['skorsing dicabut', 'a suspension ends'], 'staff.fine', 'lift'),
  command(['daftarkan', 'enrol'], ['anggota baru', 'a new member'], 'staff.register_member', 'args'),
  command(['aktifkan', 'activate'], ['aktifkan kartu', 'activate a card'], 'staff.register_member', 'activate'),
  command(['perpanjangkartu', 'extendcard'], ['kartu berlaku setahun lagi', 'one more year for a card'], 'staff.register_member', 'extend'),
  command(['kode', 'code'], ['kode untuk menghubungkan kartu', 'code to link a card'], 'staff.link_code', 'args'),
  command(['tugas', 'tasks'], ['yang menunggu petugas', 'what waits for staff'], 'staff.tasks'),
  command(['catatan', 'log'], ['yang saya kerjakan hari ini', 'what I did today'], 'staff.desk_log'),
];

export const desk: Service = {
  name: 'desk',
  dialogues: [
    checkOut,
    checkIn,
    arrival,
    undo,
    pullList,
    capture,
    copyState,
    fine,
    registerMember,
    linkCode,
    tasks,
    deskLog,
    receipts,
    actAs,
    join,
  ],
  clockwork,
  commands: [
    ...commands,
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
    {
      names: { id: 'struk', en: 'receipts' },
      describes: { id: 'Struk pinjam dan kembali di chat: on atau off', en: 'Receipts in chat: on or off' },
      intent: 'desk.receipts',
      slot: 'args',
    },
  ],
};
