export { vmTier } from "./tier";
