/** Rupiah are whole numbers everywhere; a fraction of a rupiah does not exist. */

/** `1575000` as `Rp1.575.000`: no space, no decimals, a true minus sign. */
export function formatRupiah(amountRp: number): string {
  const digits = Math.abs(Math.round(amountRp))
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.')
  return `${amountRp < 0 ? '−' : ''}Rp${digits}`
}
