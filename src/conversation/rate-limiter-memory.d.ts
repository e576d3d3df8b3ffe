declare module 'rate-limiter-flexible/lib/RateLimiterMemory.js' {
  import { RateLimiterMemory } from 'rate-limiter-flexible';

  // biome-ignore lint/style/noDefaultExport: the file of the package has nothing else
  export default RateLimiterMemory;
}
