import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { nextAuthOptions } from '#lib/web/next-auth-options.ts';
import { clientIp } from '#lib/web/sender-origin.ts';
import { getWiring } from '#lib/wiring.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const call = { headers: request.headers, ip: clientIp(request) };
  return NextAuth(request, context, nextAuthOptions(getWiring(), call));
}

export { handle as GET, handle as POST };
