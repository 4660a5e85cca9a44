import { Pause, PencilLine, Radio } from 'lucide-react';

/** How a workflow's status looks, wherever it stands. */
export const statusLooks = {
  live: { tone: 'good', icon: Radio },
  paused: { tone: 'wait', icon: Pause },
  draft: { tone: 'idle', icon: PencilLine },
} as const;
