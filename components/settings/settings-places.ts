import { Database, KeyRound, type LucideIcon, ScrollText, UserRound, Users } from 'lucide-react';

export type SettingsPlace = 'account' | 'workspace' | 'people' | 'tokens' | 'audit';

export const settingsGroups = [
  { id: 'you', places: ['account'] },
  { id: 'workspace', places: ['workspace', 'people', 'tokens', 'audit'] },
] as const;

export const settingsIcons: Record<SettingsPlace, LucideIcon> = {
  account: UserRound,
  workspace: Database,
  people: Users,
  tokens: KeyRound,
  audit: ScrollText,
};
