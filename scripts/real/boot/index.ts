export { bootTier } from "./tier";
