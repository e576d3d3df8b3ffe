/** The sum in a message, in whole rupiah: "75000", "Rp75.000", "75rb", "75 ribu"; null when there is none. */
export const rupiahIn = (text: string): number | null => {
  const [, digits, unit] =
    /(?:^|[^\p{L}\d-])(?:rp\.?\s*)?(\d{1,3}(?:[.,]\d{3})+|\d{1,9})\s*(rb|ribu|k|jt|juta)?(?![\p{L}\d-])/iu.exec(text) ?? [];
  if (digits === undefined) return null;
  const amount = Number(digits.replaceAll(/[.,]/g, '')) * (factors[unit?.toLowerCase() ?? ''] ?? 1);
  return amount > 0 ? amount : null;
};

const factors: Readonly<Record<string, number>> = { rb: 1000, ribu: 1000, k: 1000, jt: 1_000_000, juta: 1_000_000 };
