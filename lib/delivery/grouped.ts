/** 16384 as 16,384, the same in every place and language of a browser. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
