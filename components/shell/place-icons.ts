import {
  Activity,
  DoorOpen,
  House,
  Inbox,
  type LucideIcon,
  Plug,
  Settings,
  Workflow,
} from 'lucide-react';
import type { PlaceId } from './places.ts';

export const placeIcons: Readonly<Record<PlaceId, LucideIcon>> = {
  home: House,
  workflows: Workflow,
  requests: Inbox,
  runs: Activity,
  endpoints: DoorOpen,
  connections: Plug,
  settings: Settings,
};
