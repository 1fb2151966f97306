# SPDX-License-Identifier: MIT
# Two commands do everything on a fresh Debian 12 machine: `make demo` and `make test`.
BUILD := build/release
RASCADE := $(BUILD)/apps/cli/rascade
JOBS := $(shell nproc)
FUZZ := -max_total_time=20 -max_len=2000 -verbosity=0
DEMO := examples/nsclc-kras-g12c.toml

.PHONY: demo test configure program build web setup asan asan-build bench fuzz lint format clean

demo: program web
	$(RASCADE) plan $(DEMO) --seed 1

test: build web
	python3 tools/check_layers.py
	python3 tools/check_style.py
	cd web && npm test --silent
	ctest --preset release -j $(JOBS)

setup:
	@tools/setup

configure: setup
	@cmake --preset release > build/configure.log 2>&1 || { cat build/configure.log; exit 1; }

program: configure
	@cmake --build --preset release -j $(JOBS) --target rascade

build: configure
	@cmake --build --preset release -j $(JOBS)

web: setup web/dist/report.html web/dist/atlas.html

web/dist/report.html web/dist/atlas.html &: web/package-lock.json web/index.html web/atlas.html \
		web/vite.config.ts $(shell find web/src web/tools -type f 2>/dev/null)
	cd web && npm ci --no-audit --no-fund --silent && npm run --silent build

# Clang 14, so that both compilers see all of the code.
asan-build:
	@tools/setup --clang
	@cmake --preset asan > build/configure-asan.log 2>&1 || { cat build/configure-asan.log; exit 1; }
	@cmake --build --preset asan -j $(JOBS)

asan: asan-build
	ctest --preset asan -j $(JOBS)

bench: setup
	cmake --preset release -DRASCADE_BENCH=ON > /dev/null
	cmake --build --preset release -j $(JOBS)
	$(BUILD)/bench/ode_bench

# Every reader for as long as FUZZ says, those side by side that the machine has cores for.
fuzz: asan-build
	@$(MAKE) --no-print-directory -j $(JOBS) fuzz-parse_model fuzz-read_expression fuzz-read_net

fuzz-parse_model: SEEDS := corpus
fuzz-read_expression: SEEDS := formulas
fuzz-read_net: SEEDS := networks
fuzz-%:
	@mkdir -p build/asan/fuzz/found-$(SEEDS)
	build/asan/fuzz/$*_fuzz $(FUZZ) build/asan/fuzz/found-$(SEEDS) fuzz/$(SEEDS)

lint: build
	python3 tools/check_layers.py
	python3 tools/check_style.py

format:
	clang-format-14 -i $(shell git ls-files '*.cpp' '*.hpp')

clean:
	rm -rf build web/dist web/node_modules
