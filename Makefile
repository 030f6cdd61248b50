# nnplay needs Go and make; the browser tests need Chromium besides.

GO   ?= go
PYTHON ?= /usr/bin/python3
ADDR ?= 127.0.0.1:8080
STEPS ?= 1000

.PHONY: help run build test goldens pictures verify bench bench-peers dist fmt vet clean need-go

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

run: build ## build the site and serve it (ADDR=host:port, default 127.0.0.1:8080)
	@$(GO) run . -addr $(ADDR)

build: need-go ## build the site into web/dist
	@echo "== build"
	@$(GO) run ./web/build

test: build ## build, vet and test everything, in a browser too (TESTFLAGS=-v, NNPLAY_BROWSER=path or none)
	@echo "== chromium"
	@$(GO) run ./web/browser/ensure
	@$(MAKE) --no-print-directory vet
	@echo "== tests"
	@$(GO) test $(TESTFLAGS) -timeout=45m $$($(GO) list ./... | grep -v '/web/browser$$')
	@echo "== browser"
	@$(GO) test $(TESTFLAGS) -count=1 -timeout=45m ./web/browser

goldens: ## compute anew with PyTorch what the tests of nn compare with (PYTHON=/usr/bin/python3)
	@$(PYTHON) -c 'import torch' 2>/dev/null || { echo 'PyTorch is missing: apt-get install python3-torch (Debian), or name a Python that has it: make goldens PYTHON=python3'; exit 1; }
	@for script in reference adversarial sequences; do echo "== $$script.json"; $(PYTHON) -B nn/testdata/$$script.py || exit 1; done

pictures: need-go ## train every preset until it reaches its goal and draw anew what the gallery shows of it (minutes)
	@$(GO) run ./web/build/picture

verify: build ## train every preset by interpreter, natively compiled and in Chromium, compare, and learn from three seeds (minutes; STEPS=1000)
	@$(GO) run ./web/browser/ensure
	@$(GO) run ./web/verify -steps $(STEPS)
	@echo "== three seeds"
	@NNPLAY_SEEDS=3 $(GO) test -count=1 -timeout=30m ./nn/experiment ./nn/lab/... ./nn/model ./nn/workload

bench: need-go ## measure speed and page weight
	@$(GO) run ./web/build -quality 11
	@$(GO) run ./web/bench

bench-peers: build ## train the same networks with other systems, in the same browser and natively, and compare
	@$(GO) run ./web/bench/peers

dist: need-go ## build the smallest site for any static host: web/dist and nnplay-site.zip
	@$(GO) run ./web/build -quality 11 -hash -zip nnplay-site.zip

fmt: need-go ## format the Go code
	@$(GO) fmt ./...

vet: need-go ## look for mistakes in the Go code, native and for the browser, and in the scripts (with npm)
	@echo "== vet"
	@$(GO) vet ./...
	@GOOS=js GOARCH=wasm $(GO) vet ./nn/... ./plotting/... ./wasm/...
	@$(GO) run ./web/vet

clean: ## remove what the build has made
	@rm -rf web/.build nnplay-site.zip
	@find web/dist -mindepth 1 ! -name .keep -delete

need-go:
	@command -v $(GO) >/dev/null || { echo 'Go is missing: get the version that go.mod names, or a newer one, from https://go.dev/dl/'; exit 1; }
