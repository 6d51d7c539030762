# docker build -t stancelint .
# docker run --rm -v "$PWD:/drafts:ro" stancelint check drafts/
FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY stancelint stancelint
COPY rules rules
COPY templates templates
RUN python -m venv /opt/stancelint && /opt/stancelint/bin/pip install --no-cache-dir --disable-pip-version-check .

FROM python:3.13-slim
COPY --from=build /opt/stancelint /opt/stancelint
RUN useradd --create-home --uid 1000 editor && ln -s /opt/stancelint/bin/stancelint /usr/local/bin/stancelint
# the built-in rules compiled once, so that no run of the image pays for it; open to whichever user it runs as
ENV STANCELINT_CACHE_DIR=/tmp/stancelint PYTHONUTF8=1
USER editor
WORKDIR /drafts
RUN stancelint rules > /dev/null && chmod -R a+rwX /tmp/stancelint
ENTRYPOINT ["stancelint"]
CMD ["check", "."]
