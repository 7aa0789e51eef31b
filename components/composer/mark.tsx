/** The mark: a flame over two crossed sticks. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="var(--ember)"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d="M12.2 2.5c.4 3 4.3 4.7 4.3 8.7a4.5 4.5 0 0 1-9 0c0-1.7.8-2.9 1.9-4 .3 1.1.8 1.7 1.6 2-.4-2.5 0-4.8 1.2-6.7z" />
      <path d="m4 21.5 16-4M4 17.5l16 4" />
    </svg>
  );
}
