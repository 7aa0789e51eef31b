export { isMirror, isPublic, placeInMirror } from "./address";
export { kindWords, timeWords, type Fetch } from "./fetch";
export { fetchesOf } from "./fetches";
export { mirrorFiles, mirrorScript, mirrorSums } from "./kit";
export { toMirror } from "./rewrite";
