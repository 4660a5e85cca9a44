export type Ticks = {
  on: ReadonlySet<string>;
  all: 'all' | 'some' | 'none';
  toggle(id: string, range: boolean): void;
  toggleAll(): void;
  clear(): void;
};
