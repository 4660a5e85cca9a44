import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { ZoneProvider } from '#components/clock.tsx';
import { TextProvider } from '#components/text.tsx';
import { pageLook } from '#lib/web/page-look.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Hookline', template: '%s · Hookline' },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, clock } = await pageLook();
  return (
    <html
      lang={clock.locale}
      data-theme={theme}
      className={`${GeistSans.variable} ${GeistMono.variable} font-sans`}
    >
      <body>
        <TextProvider locale={clock.locale}>
          <ZoneProvider initial={clock.zone}>{children}</ZoneProvider>
        </TextProvider>
      </body>
    </html>
  );
}
