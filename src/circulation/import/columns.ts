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

export const slimsMember = ['member_id', 'member_name', 'member_type_name', 'expire_date', 'inst_name'] as const;

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
  callNumber: ['call_number', 'nomor_panggil', 'no_panggil', 'nomor_klasifikasi', 'no_klasifikasi', 'klasifikasi', 'no_ddc', 'ddc'],
  subjects: ['subjects', 'subject', 'topics', 'topic', 'subjek', 'topik', 'subjek_topik', 'kata_kunci', 'keywords', 'kategori', 'category'],
  synopsis: ['synopsis', 'notes', 'sinopsis', 'ringkasan', 'abstrak', 'deskripsi', 'summary', 'description'],
  language: ['language', 'language_name', 'bahasa'],
  codes: [
    'item_code',
    'code',
    'codes',
    'kode',
    'kode_eksemplar',
    'kode_buku',
    'barcode',
    'no_barcode',
    'nomor_barcode',
    'no_induk',
    'nomor_induk',
  ],
  copies: ['copies', 'eksemplar', 'jumlah', 'jumlah_eksemplar', 'jml_eksemplar', 'stok', 'quantity'],
  location: ['location', 'location_name', 'lokasi', 'cabang', 'branch', 'lokasi_perpustakaan'],
  shelf: ['shelf', 'rak', 'lokasi_rak', 'no_rak', 'nomor_rak'],
  audience: ['audience', 'sasaran', 'pembaca', 'target_pembaca', 'sasaran_pembaca'],
  format: ['format', 'gmd_name', 'bentuk', 'jenis_bahan', 'bentuk_fisik'],
  collection: ['coll_type_name', 'tipe_koleksi', 'jenis_koleksi'],
  state: ['item_status_name', 'status', 'status_eksemplar', 'kondisi'],
  receivedOn: ['received_date', 'tanggal_terima', 'tanggal_pengadaan', 'tgl_pengadaan'],
  enteredOn: ['input_date'],
};

const fieldOfName: ReadonlyMap<string, Field> = new Map(
  // as: Object.entries forgets that the keys are Fields
  (Object.entries(names) as [Field, readonly string[]][]).flatMap(([field, spellings]) => spellings.map((name) => [name, field] as const)),
);

/** The field a header cell names; 'other' is read past. */
export const fieldOf = (cell: string): Field => fieldOfName.get(headerName(cell)) ?? 'other';
