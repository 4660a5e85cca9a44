/**
 * A person's initials; the name stands beside it. Everywhere of the email, since some places know no
 * name: the same person looks the same.
 */
export function Avatar({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-7 flex-none place-items-center rounded-full bg-avatar font-semibold text-micro text-on-avatar"
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const [first = '', second = ''] = name
    .replace(/@.*$/, '')
    .split(/[\s._-]+/)
    .filter(Boolean);
  const letters = second
    ? [...first].slice(0, 1).concat([...second].slice(0, 1))
    : [...first].slice(0, 2);
  return letters.join('').toUpperCase();
}
