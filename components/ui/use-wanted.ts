import { useState } from 'react';

/** True from the first time that it is open: what is closing must be there to be seen going. */
export function useWanted(open: boolean): boolean {
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  return wanted || open;
}
