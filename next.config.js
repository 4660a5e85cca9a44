/** @type {import('next').NextConfig} */
const config = {
  // `npm test` checks the types; a start only builds.
  typescript: { ignoreBuildErrors: true },
  // Tests build into a folder of their own.
  distDir: process.env.HOOKLINE_DIST || '.next',
  reactStrictMode: true,
  // A start builds once: what a second build could reuse costs more to write than it saves.
  experimental: { turbopackFileSystemCacheForBuild: false, turbopackSourceMaps: false },
  poweredByHeader: false,
  // Bodies are small, and a proxy in front compresses better.
  compress: false,
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    '@prisma/schema-engine-wasm',
    'pg',
    'pg-boss',
    'pino',
    'undici',
  ],
};

export default config;
