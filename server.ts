import { HooklineServer } from './server/hookline-server.ts';

process.exitCode = await new HooklineServer().run();
// Timers and sockets of libraries would keep a finished process alive.
process.exit();
