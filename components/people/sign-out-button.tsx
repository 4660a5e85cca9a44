'use client';

import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { signOut } from './session-client.ts';

export function SignOutButton() {
  const text = useText();
  const [busy, setBusy] = useState(false);

  async function leave(): Promise<void> {
    setBusy(true);
    if (await signOut()) location.assign('/signin');
    else setBusy(false);
  }

  return (
    <Button
      variant="ghost"
      icon={LogOut}
      busyLabel={busy && text('signout.busy')}
      onClick={() => busy || void leave()}
    >
      <span className="max-sm:sr-only">{text('signout.submit')}</span>
    </Button>
  );
}
