/** Four bars of one third of the needed length each; all four from a third above it on. */
export function StrengthMeter({ length, enough }: { length: number; enough: number }) {
  const filled = Math.min(4, Math.floor((length * 3) / enough));
  const color = length >= enough ? 'bg-good-solid' : 'bg-wait-solid';
  return (
    <div aria-hidden="true" className="flex gap-1">
      {[1, 2, 3, 4].map((bar) => (
        <i
          key={bar}
          className={`h-[3px] flex-1 rounded-xs ${bar <= filled ? color : 'bg-press'}`}
        />
      ))}
    </div>
  );
}
