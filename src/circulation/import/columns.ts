// The columns of the formats we read (FORMATS §1): SLiMS by name or by place, everything else by header names.

/** The fields an import understands, whatever a file calls them. */
export type Field =
  | 'title'
  | 'subtitle'
  | 'author'
  | 'isbn'
  | 'publisher'
  | 'year'
  | 'callNumber'
  | 'ddc'
  | 'subjects'
  | 'synopsis'
  | 'language'
  | 'codes'
  | 'copies'
  | 'location'
  | 'shelf'
  | 'audience'
  | 'format'
  | 'collection'
  | 'state'
  | 'receivedOn'
  | 'enteredOn'
  | 'addedAuthors'
  | 'responsibility'
  | 'inventory'
  | 'access'
  | 'card'
  | 'memberName'
  | 'memberType'
  | 'bornOn'
  | 'joinedOn'
  | 'expiresOn'
  | 'phone'
  | 'address'
  | 'loanedOn'
  | 'dueOn'
  | 'renewals'
  | 'isReturned'
  | 'other';

export const slimsBiblio = [
  'title',
  'gmd_name',
  'edition',
  'isbn_issn',
  'publisher_name',
  'publish_year',
  'collation',
  'series_title',
  'call_number',
  'language_name',
  'place_name',
  'classification',
  'notes',
  'image',
  'sor',
  'authors',
  'topics',
  'item_code',
] as const;

export const slimsItem = [
  'item_code',
  'call_number',
  'coll_type_name',
  'inventory_code',
  'received_date',
  'supplier_name',
  'order_no',
  'location_name',
  'order_date',
  'item_status_name',
  'site',
  'source',
  'invoice',
  'price',
  'price_currency',
  'invoice_date',
  'input_date',
  'last_update',
  'title',
] as const;

/** What SLiMS exports; its import template adds a password, which nobody reads. */
export const slimsMember = [
  'member_id',
  'member_name',
  'gender',
  'member_type_name',
  'member_email',
  'member_address',
  'postal_code',
  'inst_name',
  'is_new',
  'member_image',
  'pin',
  'member_phone',
  'member_fax',
  'member_since_date',
  'register_date',
  'expire_date',
  'birth_date',
  'member_notes',
] as const;

/** A header cell as it is compared: "No. Panggil" and "no_panggil" are the same. */
export const headerName = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

const names: Readonly<Record<Exclude<Field, 'other'>, readonly string[]>> = {
  title: ['title', 'judul', 'judul_buku', 'judul_utama', 'nama_buku', 'judul_koleksi', 'book_title'],
  subtitle: ['subtitle', 'anak_judul', 'subjudul', 'sub_judul'],
  author: ['author', 'authors', 'pengarang', 'penulis', 'nama_pengarang', 'pengarang_utama', 'tajuk_pengarang'],
  isbn: ['isbn', 'isbn_issn', 'isbn_13', 'isbn13', 'issn'],
  publisher: ['publisher', 'publisher_name', 'penerbit', 'nama_penerbit'],
  year: ['year', 'publish_year', 'tahun', 'tahun_terbit', 'thn_terbit', 'year_published'],
  callNumber: [
    'call_number',
    'nomor_panggil',
    'no_panggil',
    'nomor_klasifikasi',
    'no_klasifikasi',
    'klasifikasi',
    'nomor_panggil_katalog',
    'nomor_panggil_eksemplar',
  ],
  ddc: ['no_ddc', 'ddc'],
  subjects: ['subjects', 'subject', 'topics', 'topic', 'subjek', 'topik', 'subjek_topik', 'kata_kunci', 'keywords', 'kategori', 'category'],
  synopsis: ['synopsis', 'notes', 'sinopsis', 'ringkasan', 'abstrak', 'deskripsi', 'summary', 'description'],
  language: ['language', 'language_name', 'bahasa'],
  codes: [
    'item_code',
    'item',
    'code',
    'codes',
    'kode',
    'kode_eksemplar',
    'eksemplar_kode',
    'kode_buku',
    'barcode',
    'no_barcode',
    'nomor_barcode',
  ],
  copies: ['copies', 'eksemplar', 'jumlah', 'jumlah_eksemplar', 'jml_eksemplar', 'stok', 'quantity'],
  location: ['location', 'location_name', 'lokasi', 'cabang', 'branch', 'lokasi_perpustakaan', 'kode_lokasi_perpustakaan'],
  shelf: ['shelf', 'rak', 'lokasi_rak', 'no_rak', 'nomor_rak', 'kode_lokasi_ruang'],
  audience: ['audience', 'sasaran', 'pembaca', 'target_pembaca', 'sasaran_pembaca'],
  format: ['format', 'gmd_name', 'bentuk', 'jenis_bahan', 'bentuk_fisik'],
  collection: ['coll_type_name', 'tipe_koleksi', 'jenis_koleksi'],
  state: ['item_status_name', 'status', 'status_eksemplar', 'kondisi', 'ketersediaan'],
  receivedOn: ['received_date', 'tanggal_terima', 'tanggal_pengadaan', 'tgl_pengadaan'],
  enteredOn: ['input_date'],
  addedAuthors: ['pengarang_tambahan_nama_orang', 'pengarang_tambahan_nama_badan', 'pengarang_tambahan'],
  responsibility: ['tajuk_pengarang_badan_kooperasi', 'tajuk_pengarang_badan_korporasi', 'pernyataan_tanggungjawab', 'sor'],
  inventory: ['no_induk', 'nomor_induk'],
  access: ['akses'],
  card: [
    'member_id',
    'member',
    'card',
    'kartu',
    'no_anggota',
    'nomor_anggota',
    'id_anggota',
    'no_kartu',
    'nomor_kartu',
    'memberno',
    'member_no',
  ],
  memberName: ['member_name', 'nama', 'nama_anggota', 'nama_lengkap', 'name', 'fullname', 'full_name'],
  memberType: ['member_type_name', 'member_type', 'jenis_anggota', 'tipe_anggota'],
  bornOn: ['birth_date', 'birth', 'tanggal_lahir', 'tgl_lahir'],
  joinedOn: ['member_since_date', 'register_date', 'tanggal_daftar', 'tgl_daftar', 'tanggal_pendaftaran'],
  expiresOn: ['expire_date', 'expiry', 'expires', 'berlaku_sampai', 'masa_berlaku', 'tanggal_berakhir', 'tgl_berakhir'],
  phone: ['member_phone', 'phone', 'telepon', 'no_telepon', 'no_telp', 'no_hp', 'nomor_telepon', 'hp'],
  address: ['member_address', 'address', 'alamat', 'alamat_lengkap'],
  loanedOn: ['loan_date', 'loaned', 'loaned_on', 'tanggal_pinjam', 'tgl_pinjam'],
  dueOn: ['due_date', 'due', 'due_on', 'jatuh_tempo', 'tanggal_jatuh_tempo', 'tgl_jatuh_tempo'],
  renewals: ['renewals', 'renewed', 'perpanjangan', 'jumlah_perpanjangan'],
  isReturned: ['is_return', 'returned', 'sudah_kembali'],
};

const fieldOfName: ReadonlyMap<string, Field> = new Map(
  // as: Object.entries forgets that the keys are Fields
  (Object.entries(names) as [Field, readonly string[]][]).flatMap(([field, spellings]) => spellings.map((name) => [name, field] as const)),
);

/** The field a header cell names; 'other' is read past. */
export const fieldOf = (cell: string): Field => fieldOfName.get(headerName(cell)) ?? 'other';
